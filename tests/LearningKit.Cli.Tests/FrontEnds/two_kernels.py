"""A front end with two kernels at once. Tells what each says, then waits to be killed."""

import sys

from jupyter_client.manager import start_new_kernel

kernels = [start_new_kernel(kernel_name="learningkit-csharp", startup_timeout=120) for _ in range(2)]
clients = [client for _, client in kernels]
for number, client in enumerate(clients):
    client.execute_interactive(f"var mine = {number} + 40;", timeout=120)
for client in clients:
    client.execute_interactive("Console.WriteLine(mine);", timeout=120)
clients[1].execute("while (true) { }")
print("ready", flush=True)
sys.stdin.read()
