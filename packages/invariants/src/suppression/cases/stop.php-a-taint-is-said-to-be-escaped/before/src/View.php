<?php
function name(): string {
    return $_GET['name'];
}
