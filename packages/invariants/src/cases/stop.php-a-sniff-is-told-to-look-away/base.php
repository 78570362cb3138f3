<?php

function shop_notice(): void
{
    $message = get_transient('shop_notice');
    if ($message === false) {
        return;
    }

    echo '<div class="notice"><p>' . wp_kses_post($message) . '</p></div>';
    delete_transient('shop_notice');
}
