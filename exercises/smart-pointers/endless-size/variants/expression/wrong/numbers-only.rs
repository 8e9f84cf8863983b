pub enum Expr {
    Number(i64),
    Add(i64, i64),
    Mul(i64, i64),
}

pub fn num(n: i64) -> Expr {
    Expr::Number(n)
}

pub fn add(a: Expr, b: Expr) -> Expr {
    Expr::Add(value(&a), value(&a) + value(&b))
}

pub fn mul(a: Expr, b: Expr) -> Expr {
    Expr::Mul(value(&a), value(&b))
}

pub fn value(expr: &Expr) -> i64 {
    match expr {
        Expr::Number(n) => *n,
        Expr::Add(a, b) => a + b,
        Expr::Mul(a, b) => a * b,
    }
}
