<?php
defined('ABSPATH') || exit;

class Shop_Installer
{
    public static function uninstall(): void
    {
        global $wpdb;
        foreach (['orders', 'customers'] as $name) {
            $wpdb->query("DROP TABLE IF EXISTS {$wpdb->prefix}shop_{$name}");
        }
    }
}

Shop_Installer::uninstall();
