pub enum Chain {
    Link(i32, Chain),
    End,
}

pub fn sum(chain: &Chain) -> i32 {
    match chain {
        Chain::Link(n, rest) => n + sum(rest),
        Chain::End => 0,
    }
}

pub fn chain(numbers: &[i32]) -> Chain {
    match numbers {
        [] => Chain::End,
        [first, rest @ ..] => Chain::Link(*first, chain(rest)),
    }
}
