<?php
defined('ABSPATH') || exit;

$action = sanitize_key($_GET['action'] ?? 'list');

if ($action === 'export') {
    $rows = shop_orders_between($_GET['from'], $_GET['to']);
    shop_send_csv('orders.csv', $rows);
    exit;
}

shop_render('orders', ['orders' => shop_orders_latest(50)]);
