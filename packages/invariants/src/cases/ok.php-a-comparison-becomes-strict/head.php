<?php

function check_webhook(string $body, array $headers): void
{
    $expected = hash_hmac('sha256', $body, getenv('WEBHOOK_SECRET'));
    if (!hash_equals($expected, $headers['X-Signature'])) {
        throw new InvalidSignature();
    }
}
