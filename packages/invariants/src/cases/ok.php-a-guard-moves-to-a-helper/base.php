<?php

class ExportController
{
    public function csv(Request $request): Response
    {
        if (!$request->user()->can('export')) {
            throw new AccessDeniedHttpException('export');
        }

        return $this->stream('orders.csv', $this->orders->rows());
    }

    private function stream(string $name, iterable $rows): Response
    {
        return new StreamedCsv($name, $rows);
    }
}
