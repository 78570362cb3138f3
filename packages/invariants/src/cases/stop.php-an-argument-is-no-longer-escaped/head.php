<?php

final class Ping
{
    private const COUNT = 3;

    public function run(string $host): string
    {
        return (string) shell_exec('ping -c ' . self::COUNT . " $host");
    }
}
