<?php

class Customers
{
    public function __construct(private PDO $pdo)
    {
    }

    public function search(string $name): array
    {
        $query = $this->pdo->prepare('SELECT id, name FROM customers WHERE name LIKE ?');
        $query->execute([$name . '%']);

        return $query->fetchAll(PDO::FETCH_ASSOC);
    }
}
