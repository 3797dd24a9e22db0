using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;

namespace LearningKit.Shipping;

/// <summary>
/// The state that code can get at: found by reading the IL of a method and of all that it calls, as far as that is code of
/// users and not of the framework or the kit.
/// </summary>
/// <remarks>
/// Thread-safe. What reflection, <c>dynamic</c> and code at the end of a function pointer get at is not seen. The README in this
/// folder says what counts as reached.
/// </remarks>
sealed class Reach
{
    const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    static readonly ConcurrentDictionary<MemberInfo, Reach> known = new();
    static readonly ConcurrentDictionary<MethodBase, List<MemberInfo>> mentioned = new();

    readonly HashSet<FieldInfo> fields = new(SameDefinition.Instance);

    /// <summary>
    /// The fields that it reads, writes or takes the address of: of instances, and static ones of emitted code. A field of a generic type is
    /// that of the type's definition.
    /// </summary>
    public IReadOnlySet<FieldInfo> Fields => fields;

    /// <summary>True if it gets at a field, that of a constructed generic type included.</summary>
    public bool Contains(FieldInfo field) => fields.Contains(field);

    /// <summary>What a method can get at. Kept: asked twice, it answers at once.</summary>
    /// <exception cref="CannotTravelException">The method has no IL that can be read: it was made while the program runs.</exception>
    public static Reach Of(MethodBase method)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (method.DeclaringType is null)
        {
            throw new CannotTravelException(
                $"method '{method.Name}'", "it was made while the program runs (a compiled expression, or IL). Write it as a lambda or a method.");
        }
        return known.GetOrAdd(method, static asked => new Walk().From((MethodBase)asked));
    }

    /// <summary>What can be got at through an object whose type is known when it runs: its overrides and implementations.</summary>
    public static Reach OfInstance(Type type) => known.GetOrAdd(type, static asked => new Walk().From((Type)asked));

    /// <summary>One search: methods and types are the nodes, and what the IL of a method names are the edges.</summary>
    sealed class Walk
    {
        readonly Reach found = new();
        readonly HashSet<MemberInfo> seen = new(SameDefinition.Instance);
        readonly Stack<MethodBase> methods = new();

        public Reach From(MethodBase root)
        {
            if (CodeUnits.Travels(root.Module.Assembly)) Method(Definition(root));
            Arguments(root, root.DeclaringType);
            return Rest();
        }

        public Reach From(Type root)
        {
            Instance(root, CodeUnits.Travels(root.Assembly) ? root : null);
            return Rest();
        }

        Reach Rest()
        {
            while (methods.TryPop(out var method))
                foreach (var member in mentioned.GetOrAdd(method, MentionedBy)) Visit(member, method.DeclaringType);
            return found;
        }

        void Visit(MemberInfo member, Type? by)
        {
            switch (member)
            {
                case FieldInfo field:
                    if (!field.IsStatic || IsState(field)) found.fields.Add(field.Module.ResolveField(field.MetadataToken)!);
                    if (field.IsStatic) Initializer(field.DeclaringType, by);
                    break;
                case MethodBase { DeclaringType.IsArray: false } method:
                    if (IsFollowed(method.DeclaringType, by)) Method(Definition(method));
                    Arguments(method, by);
                    if (method.IsConstructor) Instance(method.DeclaringType, by);
                    else if (method.IsStatic) Initializer(method.DeclaringType, by);
                    break;
                case Type type:
                    Instance(type, by);
                    break;
            }
        }

        void Method(MethodBase method)
        {
            if (seen.Add(method)) methods.Push(method);
        }

        /// <summary>Types that fill in for type parameters: their methods may be called, constrained, where only the parameter is named.</summary>
        void Arguments(MethodBase method, Type? by)
        {
            foreach (var argument in method.IsGenericMethod ? method.GetGenericArguments() : []) Instance(argument, by);
            foreach (var argument in method.DeclaringType?.GetGenericArguments() ?? []) Instance(argument, by);
        }

        /// <summary>
        /// An object of a type may come to be: any of its virtual methods may be called, by the framework too, and of its static ones those that
        /// implement an interface.
        /// </summary>
        void Instance(Type? type, Type? by)
        {
            while (type?.HasElementType == true) type = type.GetElementType();
            if (type is null || type.IsGenericParameter) return;
            foreach (var argument in type.GetGenericArguments()) Instance(argument, by);
            if (type.IsGenericType) type = type.GetGenericTypeDefinition();
            if (!IsFollowed(type, by) || !seen.Add(type)) return;

            Initializer(type, by);
            var names = type.GetInterfaces().SelectMany(StaticNames).ToHashSet();
            foreach (var method in type.GetMethods(Declared))
                if (method.IsVirtual || (method.IsStatic && names.Contains(method.Name[(method.Name.LastIndexOf('.') + 1)..]))) Method(method);
            Instance(type.BaseType, by);
        }

        void Initializer(Type? type, Type? by)
        {
            if (IsFollowed(type, by) && Definition(type!).TypeInitializer is { } initializer) Method(initializer);
        }

        static IEnumerable<string> StaticNames(Type contract) =>
            contract.GetMethods(Declared).Where(method => method is { IsStatic: true, IsVirtual: true }).Select(method => method.Name);
    }

    /// <summary>
    /// Code of cells is read wherever it is. Of code on disk nobody but the type that a lambda was written in can get at what the lambda
    /// captured, so nothing else of it needs to be read.
    /// </summary>
    static bool IsFollowed(Type? type, Type? by) =>
        type is not null && (EmittedCode.Contains(type.Assembly) || (by is not null && Outermost(type) == Outermost(by)));

    /// <summary>
    /// Static state of cells travels, as variables do; that of assemblies on disk begins anew in each process. What the compiler
    /// keeps in static fields (delegates that it has made before) is no state.
    /// </summary>
    static bool IsState(FieldInfo field) => EmittedCode.Contains(field.Module.Assembly) && !CompilerMade.IsCache(field);

    static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return Definition(type);
    }

    static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    static MethodBase Definition(MethodBase method) => method.Module.ResolveMethod(method.MetadataToken)!;

    static List<MemberInfo> MentionedBy(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) return [];
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        // What a static initializer stores, it stores in the other process as well.
        var isInitializer = method is ConstructorInfo { IsStatic: true };
        // Loops: LINQ over pairs and numbers is in no precompiled image, and a program's first call would wait for the JIT.
        var (tokens, members) = (new HashSet<int>(), new List<MemberInfo>());
        foreach (var (code, token) in Instructions.WithTokens(il))
            if (!(isInitializer && code == OpCodes.Stsfld) && tokens.Add(token) && Resolve(token) is { } member) members.Add(member);
        return members;

        MemberInfo? Resolve(int token)
        {
            try
            {
                return method.Module.ResolveMember(token, ofType, ofMethod);
            }
            catch (Exception exception) when (exception is IOException or TypeLoadException or MissingMemberException)
            {
                return null; // An assembly or a member that is missing here as well: executed, the instruction would throw.
            }
        }
    }

    /// <summary>Members of a generic type or method and of what is constructed from it are one.</summary>
    sealed class SameDefinition : IEqualityComparer<MemberInfo>
    {
        public static readonly SameDefinition Instance = new();

        public bool Equals(MemberInfo? one, MemberInfo? other) =>
            one is null ? other is null : other is not null && one.HasSameMetadataDefinitionAs(other);

        public int GetHashCode([DisallowNull] MemberInfo member) => HashCode.Combine(member.Module, member.MetadataToken);
    }
}
