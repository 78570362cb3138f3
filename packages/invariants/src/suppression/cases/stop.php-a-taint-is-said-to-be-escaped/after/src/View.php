<?php
/**
 * @psalm-taint-escape html
 */
function name(): string {
    return $_GET['name'];
}
