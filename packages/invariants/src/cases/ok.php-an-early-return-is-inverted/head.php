<?php

class Invoices
{
    public function pay(Invoice $invoice, User $user): bool
    {
        if ($invoice->owner_id === $user->id) {
            $this->gateway->charge($invoice);
            $invoice->markPaid();

            return true;
        }

        return false;
    }
}
