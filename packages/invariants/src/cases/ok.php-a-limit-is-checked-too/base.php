<?php

class UploadController
{
    public function store(): array
    {
        $file = $_FILES['file'] ?? null;
        if ($file === null || $file['error'] !== UPLOAD_ERR_OK) {
            return ['error' => 'no file'];
        }

        $name = bin2hex(random_bytes(16));
        move_uploaded_file($file['tmp_name'], $this->folder . '/' . $name);

        return ['name' => $name];
    }
}
