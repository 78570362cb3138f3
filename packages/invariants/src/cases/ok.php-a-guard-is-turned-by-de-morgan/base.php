<?php

function can_download(User $user, Document $document): bool
{
    if (!$user->active || !$document->published) {
        return false;
    }

    return $document->group_id === null || $user->in_group($document->group_id);
}
