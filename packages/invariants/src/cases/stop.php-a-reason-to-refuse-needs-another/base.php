<?php

class ApiController extends Controller
{
    public function transfer(Request $request): JsonResponse
    {
        $account = Account::find($request->input('account'));
        if (!$account || $account->owner_id !== $request->user()->id) {
            return response()->json(['error' => 'not yours'], 403);
        }

        $this->ledger->move($account, $request->input('to'), $request->integer('amount'));

        return response()->json(['ok' => true]);
    }
}
