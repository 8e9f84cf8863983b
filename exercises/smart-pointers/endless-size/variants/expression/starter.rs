pub enum Expr {
    Number(i64),
    Add(Expr, Expr),
    Mul(Expr, Expr),
}

pub fn num(n: i64) -> Expr {
    Expr::Number(n)
}

pub fn add(a: Expr, b: Expr) -> Expr {
    Expr::Add(a, b)
}

pub fn mul(a: Expr, b: Expr) -> Expr {
    Expr::Mul(a, b)
}

pub fn value(expr: &Expr) -> i64 {
    match expr {
        Expr::Number(n) => *n,
        Expr::Add(a, b) => value(a) + value(b),
        Expr::Mul(a, b) => value(a) * value(b),
    }
}
