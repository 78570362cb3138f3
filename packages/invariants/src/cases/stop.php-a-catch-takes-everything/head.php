<?php

function current_session(SessionStore $store, string $cookie): Session
{
    try {
        return $store->load(decrypt_cookie($cookie));
    } catch (\Throwable $expired) {
        return $store->renew(Session::fromCookie($cookie));
    }
}
