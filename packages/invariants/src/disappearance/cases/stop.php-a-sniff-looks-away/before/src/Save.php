<?php
function save( $wpdb, $name ) {
	$wpdb->query( "DELETE FROM rows WHERE name = '$name'" );
}
