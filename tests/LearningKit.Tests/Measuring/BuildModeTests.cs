using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class BuildModeTests
{
    [Fact]
    public void Compare_DelegateOfADebugAssembly_IsRefusedWithItsName()
    {
        var work = WorkOf("LooseCode", DebuggableAttribute.DebuggingModes.DisableOptimizations | DebuggableAttribute.DebuggingModes.Default);
        var refusal = Assert.Throws<DebugBuildException>(() => Sampler.Compare(("a", work)));
        Assert.Contains("'LooseCode' was compiled in Debug", refusal.Message);
        Assert.Contains("-c Release", refusal.Message);
    }

    [Fact]
    public async Task CompareAsync_DelegateOfADebugAssembly_IsRefused()
    {
        var work = WorkOf("LooseCode", DebuggableAttribute.DebuggingModes.DisableOptimizations);
        await Assert.ThrowsAsync<DebugBuildException>(() => Sampler.CompareAsync(("a", work.Method.CreateDelegate<Func<Task<object?>>>())));
    }

    [Fact]
    public void IsOptimised_ReleaseAssemblyOrOneThatSaysNothing_IsTrue()
    {
        Assert.True(BuildMode.IsOptimised(WorkOf("Release", DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints).Method.Module.Assembly));
        Assert.True(BuildMode.IsOptimised(WorkOf("Silent", modes: null).Method.Module.Assembly));
    }

    /// <summary>A function that returns null, in an assembly of its own that carries the compiler's mark.</summary>
    static Func<object?> WorkOf(string name, DebuggableAttribute.DebuggingModes? modes)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new(name), AssemblyBuilderAccess.RunAndCollect);
        if (modes is { } mode)
            assembly.SetCustomAttribute(new CustomAttributeBuilder(typeof(DebuggableAttribute).GetConstructor([typeof(DebuggableAttribute.DebuggingModes)])!, [mode]));
        var type = assembly.DefineDynamicModule(name).DefineType("Code", TypeAttributes.Public);
        var code = type.DefineMethod("Work", MethodAttributes.Public | MethodAttributes.Static, typeof(Task<object?>), []).GetILGenerator();
        code.Emit(OpCodes.Ldnull);
        code.Emit(OpCodes.Ret);
        return type.CreateType().GetMethod("Work")!.CreateDelegate<Func<object?>>();
    }
}
