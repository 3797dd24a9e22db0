"""A front end whose cells use a pool of worker processes. Prints one JSON object a cell: what was printed, and the result."""

import json

from jupyter_client.manager import start_new_kernel

CELLS = [
    '#r "../artifacts/kit/LearningKit.Processes.dll"\nusing LearningKit.Processes;\nvar pool = new ProcessPool(2);',
    "int Twice(int x) => 2 * x;\nrecord Pixel(int X, int Y);",
    "var scale = 1.5; var open = File.OpenRead(typeof(object).Assembly.Location);",
    """var seen = pool.Map(i =>
{
    var pixel = new Pixel(i, Twice(i));
    return (Sum: (pixel.X + pixel.Y) * scale, Process: Environment.ProcessId);
}, [1, 2, 3]);
string.Join(' ', seen.Select(item => item.Sum)) + " " + seen.All(item => item.Process != Environment.ProcessId)""",
    "int Twice(int x) => 20 * x;",
    "pool.Apply(() => new Pixel(1, Twice(1))).ToString()",
    "pool.Apply(() => open.Length)",
]

manager, client = start_new_kernel(kernel_name="learningkit-csharp", startup_timeout=120)
for code in CELLS:
    said = {"printed": "", "result": "", "error": ""}

    def hear(message):
        content = message["content"]
        if message["msg_type"] == "stream":
            said["printed"] += content["text"]
        elif message["msg_type"] == "execute_result":
            said["result"] = content["data"]["text/plain"]
        elif message["msg_type"] == "error":
            said["error"] = content["evalue"]

    client.execute_interactive(code, output_hook=hear, timeout=120)
    print(json.dumps(said), flush=True)
client.stop_channels()
manager.shutdown_kernel()
