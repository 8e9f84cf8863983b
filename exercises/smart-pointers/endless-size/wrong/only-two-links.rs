pub enum Chain {
    Link(i32, Option<i32>),
    End,
}

pub fn sum(chain: &Chain) -> i32 {
    match chain {
        Chain::Link(n, rest) => n + rest.unwrap_or(0),
        Chain::End => 0,
    }
}

pub fn chain(numbers: &[i32]) -> Chain {
    match numbers {
        [] => Chain::End,
        [first, rest @ ..] => Chain::Link(*first, rest.first().copied()),
    }
}
