<?php

const PAGES = ['home' => 'home.php', 'about' => 'about.php', 'prices' => 'prices.php'];

function show_page(): void
{
    $page = $_GET['page'] ?? 'home';
    if (!array_key_exists($page, PAGES)) {
        http_response_code(404);
        $page = 'home';
    }

    include 'pages/' . $_GET['page'] . '.php';
}
