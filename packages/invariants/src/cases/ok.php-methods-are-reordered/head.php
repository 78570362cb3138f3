<?php

class Store
{
    public function put(string $name, string $text): void
    {
        if (strlen($text) > self::LIMIT) {
            throw new TooLarge($name);
        }
        file_put_contents($this->file($name), $text);
    }

    public function get(string $key): string
    {
        if (!preg_match("/^[a-z0-9]+$/D", $key)) {
            throw new InvalidKey($key);
        }
        return $this->cache[$key] ?? file_get_contents($this->file($key));
    }
}
