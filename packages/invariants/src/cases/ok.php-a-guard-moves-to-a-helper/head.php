<?php

class ExportController
{
    public function csv(Request $request): Response
    {
        $this->mustExport($request);

        return $this->stream('orders.csv', $this->orders->rows());
    }

    private function mustExport(Request $request): void
    {
        if (!$request->user()->can('export')) {
            throw new AccessDeniedHttpException('You may not export.');
        }
    }

    private function stream(string $name, iterable $rows): Response
    {
        return new StreamedCsv($name, $rows);
    }
}
