<?php

function shop_orders_of(int $customer): array
{
    global $wpdb;
    $table = $wpdb->prefix . 'shop_orders';

    return $wpdb->get_results($wpdb->prepare("SELECT * FROM $table WHERE customer = %d", $customer));
}
