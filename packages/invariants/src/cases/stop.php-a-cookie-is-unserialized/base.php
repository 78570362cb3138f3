<?php

class Preferences
{
    private const DEFAULTS = ['theme' => 'light', 'rows' => 20];

    public function load(): array
    {
        $stored = json_decode($_COOKIE['preferences'] ?? '{}', true);

        return array_merge(self::DEFAULTS, is_array($stored) ? $stored : []);
    }
}
