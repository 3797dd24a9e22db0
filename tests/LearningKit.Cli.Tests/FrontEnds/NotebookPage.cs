using LearningKit.Browser;

namespace LearningKit.Cli.Tests.FrontEnds;

/// <summary>A notebook in the classic Jupyter Notebook, used as a person does: by its toolbar, menus and cells.</summary>
/// <param name="browser">The browser that shows it.</param>
sealed class NotebookPage(Chromium browser)
{
    const string Notebook = "Jupyter.notebook";

    // What starts a process or computes, on a busy machine.
    static readonly TimeSpan patience = TimeSpan.FromMinutes(3);

    /// <summary>Opens a notebook and waits until its kernel is ready.</summary>
    public void Open(Uri address)
    {
        browser.Open(address);
        browser.WaitUntil($"window.Jupyter && {Notebook} && {Notebook}.kernel && {Notebook}.kernel.is_connected() && {Notebook}.kernel.info_reply.language_info", patience);
        browser.WaitUntil("document.querySelector('#kernel_indicator_icon.kernel_idle_icon')", patience);
    }

    /// <summary>The kernel as the page's upper right corner names it.</summary>
    public string KernelName => (string)browser.Run("return document.querySelector('.kernel_indicator_name').textContent")!;

    /// <summary>How many cells there are.</summary>
    public int Cells => Convert.ToInt32(browser.Run($"return {Notebook}.ncells()"));

    /// <summary>Runs all cells from the menu and waits for their end.</summary>
    public void RunAll()
    {
        browser.Run("document.querySelector('#run_all_cells a').click()");
        WaitUntilIdle();
    }

    /// <summary>Writes a cell at the end, runs it by the toolbar's button, and leaves it selected.</summary>
    /// <returns>Its number among the cells.</returns>
    public int Start(string code)
    {
        browser.Run($"{Notebook}.insert_cell_at_bottom('code').set_text(arguments[0]); {Notebook}.select({Notebook}.ncells() - 1);", code);
        Press("run-cell-and-select-next");
        return Cells - 2;   // running the last cell adds an empty one
    }

    /// <summary>Writes a cell at the end, runs it, and waits for its end.</summary>
    /// <returns>What it shows.</returns>
    public string Run(string code)
    {
        var cell = Start(code);
        WaitUntilIdle();
        return OutputOf(cell);
    }

    /// <summary>What a cell shows, as text.</summary>
    public string OutputOf(int cell) => ((string)browser.Run($"return {Notebook}.get_cell(arguments[0]).element.find('.output_subarea').text()", cell)!).Trim();

    /// <summary>Waits until a cell shows something.</summary>
    public void WaitForOutputOf(int cell) => browser.WaitUntil($"{Notebook}.get_cell({cell}).element.find('.output_subarea').text().trim() !== ''", patience);

    /// <summary>Waits until no cell waits or runs.</summary>
    public void WaitUntilIdle() => browser.WaitUntil(
        $"{Notebook}.get_cells().every(cell => cell.cell_type !== 'code' || cell.input_prompt_number !== '*') && document.querySelector('#kernel_indicator_icon.kernel_idle_icon')", patience);

    /// <summary>Presses the toolbar's button for an action.</summary>
    public void Press(string action) => browser.Run("document.querySelector(`button[data-jupyter-action='jupyter-notebook:${arguments[0]}']`).click()", action);

    /// <summary>Restarts the kernel by the toolbar and confirms it.</summary>
    public void Restart()
    {
        Press("confirm-restart-kernel");
        browser.WaitUntil("document.querySelector('.modal.in .btn-danger')");
        browser.Run("window.restarted = false; Jupyter.notebook.events.one('kernel_ready.Kernel', () => window.restarted = true); document.querySelector('.modal.in .btn-danger').click()");
        browser.WaitUntil("window.restarted && !document.querySelector('.modal')", patience);
    }

    /// <summary>Saves by the toolbar and waits until all is saved.</summary>
    public void Save()
    {
        browser.Run("window.saved = false; Jupyter.notebook.events.one('notebook_saved.Notebook', () => window.saved = true)");
        Press("save-notebook");
        browser.WaitUntil("window.saved");
    }

    /// <summary>Scrolls so that what a selector finds first stands in the middle.</summary>
    public void ScrollTo(string selector) => browser.Run("document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })", selector);
}
