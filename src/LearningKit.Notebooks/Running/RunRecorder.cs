namespace LearningKit.Notebooks.Running;

/// <summary>Writes what happens in an execution into a notebook, whether it happens in this process or in another.</summary>
sealed class RunRecorder : IProgress<CellProgress>
{
    readonly Lock gate = new();
    readonly IProgress<CellProgress>? next;
    readonly Dictionary<int, List<CellOutput>> outputs = [];
    readonly HashSet<int> clearing = [];

    /// <summary>Begins with a notebook whose outputs are cleared.</summary>
    /// <param name="notebook">Gets the outputs; changed by this object.</param>
    /// <param name="next">Who else wants to know.</param>
    public RunRecorder(Notebook notebook, IProgress<CellProgress>? next)
    {
        (Notebook, this.next) = (notebook, next);
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            cell.SetOutputs([]);
            cell.ExecutionCount = null;
        }
    }

    /// <summary>The notebook.</summary>
    public Notebook Notebook { get; }

    /// <summary>The cell that ended the execution.</summary>
    public CellFailure? Failure { get; private set; }

    /// <inheritdoc/>
    public void Report(CellProgress value)
    {
        lock (gate)
        {
            switch (value)
            {
                case CellShowed showed:
                    Show(value.Index, showed.Output);
                    break;
                case CellEnded ended:
                    End(ended);
                    break;
            }
            next?.Report(value);
        }
    }

    /// <summary>Puts the outputs into the notebook.</summary>
    public Notebook Finish()
    {
        lock (gate)
            foreach (var (index, shown) in outputs) Notebook.Cells[index].SetOutputs(shown);
        return Notebook;
    }

    void Show(int index, CellOutput output)
    {
        switch (output)
        {
            case UpdateOutput update:
                Update(update);
                break;
            case ClearOutput { Wait: true }:
                clearing.Add(index);
                break;
            case ClearOutput:
                Of(index).Clear();
                break;
            default:
                if (clearing.Remove(index)) Of(index).Clear();
                Of(index).Add(output);
                break;
        }
    }

    // A display may have been made by an earlier cell, and a name may be in use twice.
    void Update(UpdateOutput update)
    {
        foreach (var shown in outputs.Values)
            for (var place = 0; place < shown.Count; place++)
                if (shown[place] is DisplayOutput display && display.Id == update.Id) shown[place] = display with { Data = update.Data };
    }

    void End(CellEnded ended)
    {
        Notebook.Cells[ended.Index].ExecutionCount = ended.Number;
        if (ended.Error is null) return;
        Of(ended.Index).Add(ended.Error);
        if (!ended.Expected) Failure = new(ended.Index, ended.Number, ended.Error);
    }

    List<CellOutput> Of(int index)
    {
        if (!outputs.TryGetValue(index, out var list)) outputs.Add(index, list = []);
        return list;
    }
}
