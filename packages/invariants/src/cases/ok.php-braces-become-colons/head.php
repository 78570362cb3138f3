<?php

require_once __DIR__ . '/bootstrap.php';

if ( ! is_logged_in() ) :
    header( 'Location: /login.php' );
    exit;
endif;

$orders = orders_of(current_user());
foreach ( $orders as $order ) :
    if ( $order->hidden ) continue;
    echo '<li>' . htmlspecialchars( $order->title ) . '</li>';
endforeach;
