<?php

function shop_orders_of(int $customer): array
{
    global $wpdb;
    $table = $wpdb->prefix . 'shop_orders';

    return $wpdb->get_results("SELECT * FROM $table WHERE customer = " . $customer);
}
