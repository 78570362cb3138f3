<?php

function shop_save_settings(): void
{
    if (!isset($_POST['_wpnonce']) || !wp_verify_nonce($_POST['_wpnonce'], 'shop-settings')) {
        wp_die('The link has expired.');
    }

    $rate = (float) $_POST['tax_rate'];
    update_option('shop_tax_rate', $rate);
    wp_safe_redirect(admin_url('admin.php?page=shop'));
    exit;
}

add_action('admin_post_shop_settings', 'shop_save_settings');
