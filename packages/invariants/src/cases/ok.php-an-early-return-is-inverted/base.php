<?php

class Invoices
{
    public function pay(Invoice $invoice, User $user): bool
    {
        if ($invoice->owner_id !== $user->id) {
            return false;
        }
        $this->gateway->charge($invoice);
        $invoice->markPaid();

        return true;
    }
}
