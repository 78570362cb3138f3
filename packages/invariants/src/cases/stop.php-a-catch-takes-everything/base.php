<?php

function current_session(SessionStore $store, string $cookie): Session
{
    try {
        return $store->load(decrypt_cookie($cookie));
    } catch (SessionExpired $expired) {
        return $store->renew($expired->session());
    }
}
