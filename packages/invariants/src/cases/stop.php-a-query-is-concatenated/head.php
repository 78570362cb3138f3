<?php

class Customers
{
    public function __construct(private PDO $pdo)
    {
    }

    public function search(string $name): array
    {
        $query = $this->pdo->query("SELECT id, name FROM customers WHERE name LIKE '$name%'");

        return $query->fetchAll(PDO::FETCH_ASSOC);
    }
}
