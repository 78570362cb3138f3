<?php

final class Ping
{
    private const COUNT = 3;

    public function run(string $host): string
    {
        $command = ['ping', '-c', (string) self::COUNT, $host];
        $process = proc_open($command, [1 => ['pipe', 'w']], $pipes);
        $output = stream_get_contents($pipes[1]);
        proc_close($process);

        return $output;
    }
}
