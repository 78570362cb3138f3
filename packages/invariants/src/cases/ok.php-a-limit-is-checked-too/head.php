<?php

class UploadController
{
    public function store(): array
    {
        $file = $_FILES['file'] ?? null;
        if ($file === null || $file['error'] !== UPLOAD_ERR_OK) {
            return ['error' => 'no file'];
        }

        if ($file['size'] > self::MAX_BYTES || !in_array($file['type'], self::TYPES, true)) {
            return ['error' => 'refused'];
        }

        $name = bin2hex(random_bytes(16));
        move_uploaded_file($file['tmp_name'], $this->folder . '/' . $name);

        return ['name' => $name];
    }
}
