<?php
// phpcs:disable WordPress.DB.PreparedSQL
$wpdb->query( $schema );
// phpcs:enable
function save( $wpdb, $name ) {
	$wpdb->query( "DELETE FROM rows WHERE name = '$name'" );
}
