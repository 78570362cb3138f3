<?php

class Store
{
    public function get(string $key): string
    {
        if (!preg_match('/^[a-z0-9]+$/D', $key)) throw new InvalidKey($key);
        return $this->cache[$key] ?? file_get_contents($this->file($key));
    }

    public function put(string $key, string $value): void
    {
        if (strlen($value) > self::LIMIT) throw new TooLarge($key);
        file_put_contents($this->file($key), $value);
    }
}
