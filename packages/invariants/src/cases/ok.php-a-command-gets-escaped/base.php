<?php

class Archiver
{
    public function pack(string $folder): void
    {
        if (!is_dir($folder)) {
            throw new InvalidArgumentException($folder);
        }
        exec("tar czf backup.tgz $folder", $output, $status);
        if ($status !== 0) {
            throw new RuntimeException('tar');
        }
    }
}
