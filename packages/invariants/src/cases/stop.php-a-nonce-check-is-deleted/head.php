<?php

function shop_save_settings(): void
{
    $rate = (float) $_POST['tax_rate'];
    update_option('shop_tax_rate', $rate);
    wp_safe_redirect(admin_url('admin.php?page=shop'));
    exit;
}

add_action('admin_post_shop_settings', 'shop_save_settings');
