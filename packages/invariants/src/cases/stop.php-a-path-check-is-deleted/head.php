<?php

namespace App\Storage;

final class LocalDisk
{
    public function __construct(private string $root)
    {
    }

    public function read(string $name): string
    {
        $path = realpath($this->root . '/' . $name);
        return file_get_contents($path);
    }
}
