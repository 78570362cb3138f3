<?php

class Preferences
{
    private const DEFAULTS = ['theme' => 'light', 'rows' => 20];

    public function load(): array
    {
        $stored = unserialize($_COOKIE['preferences'] ?? 'a:0:{}');

        return array_merge(self::DEFAULTS, is_array($stored) ? $stored : []);
    }
}
