<?php

class RateClient
{
    public function rate(string $currency): ?float
    {
        try {
            return (float) $this->http->get("/rates/{$currency}")['rate'];
        } catch (\Exception $error) {
            $this->logger->warning($error->getMessage());
            return null;
        }
    }
}
