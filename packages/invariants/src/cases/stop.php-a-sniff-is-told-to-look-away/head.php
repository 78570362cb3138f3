<?php

function shop_notice(): void
{
    $message = get_transient('shop_notice');
    if ($message === false) {
        return;
    }

    // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
    echo '<div class="notice"><p>' . $message . '</p></div>';
    delete_transient('shop_notice');
}
