<?php

class SignedUrl
{
    public function open(string $url): Document
    {
        try {
            $this->signer->verify($url);
        } catch (InvalidSignature $error) {
            $this->audit->warn('signature', ['url' => $url]);
            throw new AccessDenied('signature', 0, $error);
        }

        return $this->documents->get(parse_url($url, PHP_URL_PATH));
    }
}
